# anything else goes to standard error, status 1
import sys
print("out")
sys.exit("something went wrong")
