# an explicit zero
import sys
sys.exit(0)
