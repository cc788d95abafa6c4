# None is zero
import sys
sys.exit(None)
