x = f"{a" b
