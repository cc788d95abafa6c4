# a generation that does not exist
import gc
gc.collect(3)
