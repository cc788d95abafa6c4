# minus of a text
-"a"
