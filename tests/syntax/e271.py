except x: pass
