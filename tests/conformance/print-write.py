# sys.stdout and sys.stderr can be written to
import sys
sys.stdout.write("one ")
sys.stdout.write("two\n")
print("three")
sys.stderr.write("other stream\n")
sys.stdout.write("no newline at the end")
