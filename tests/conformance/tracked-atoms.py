# atoms are never tracked
import gc
print(gc.is_tracked(None), gc.is_tracked(5), gc.is_tracked(2.5))
print(gc.is_tracked("text"), gc.is_tracked(True), gc.is_tracked(()))
print(gc.is_tracked(object()), gc.is_tracked(int))
