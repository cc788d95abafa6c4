# object takes none
object(1)
