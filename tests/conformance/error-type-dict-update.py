# update by a number
{}.update(5)
