# None and number
None + 1
