# sys.exit without an argument
import sys
print("before")
sys.exit()
print("after")
