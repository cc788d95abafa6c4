async def f: pass
