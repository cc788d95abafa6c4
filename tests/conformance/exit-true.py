# True is a number
import sys
sys.exit(True)
