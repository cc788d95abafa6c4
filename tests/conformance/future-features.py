# what from __future__ import binds
from __future__ import print_function, division
import __future__
print(division, print_function.getMandatoryRelease(), __future__.absolute_import.compiler_flag)
print(division.optional, __future__.division is division, type(division).__name__)
