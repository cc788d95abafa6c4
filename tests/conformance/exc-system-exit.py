# sys.exit is an exception
import sys


def f():
    try:
        sys.exit(3)
    finally:
        print("finally")


try:
    f()
except SystemExit as e:
    print(e.code)
try:
    f()
except Exception:
    print("no")
