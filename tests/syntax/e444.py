match x:
  case 1 | b:
    pass
