# An error, and its text in every version.
import sys
sys.foo
