# the usual last line
import sys


def main():
    print("working")
    return 5


if __name__ == "__main__":
    sys.exit(main())
