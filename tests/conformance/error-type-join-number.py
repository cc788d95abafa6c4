# join of no sequence
"".join(5)
