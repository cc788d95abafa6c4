# collect takes a number
import gc
gc.collect("x")
