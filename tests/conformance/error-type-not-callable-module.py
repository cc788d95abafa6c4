# calling a module
import gc
gc()
