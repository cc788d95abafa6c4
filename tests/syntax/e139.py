from a import (b,,)
