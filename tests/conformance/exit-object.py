# a list, too
import sys
sys.exit([1, "two"])
