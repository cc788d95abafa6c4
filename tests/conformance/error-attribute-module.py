# a module without the name
import gc
print(gc.isenabled())
gc.collect_everything()
