# text times text
"a" * "b"
