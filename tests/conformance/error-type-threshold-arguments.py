# set_threshold needs at least one
import gc
gc.set_threshold()
