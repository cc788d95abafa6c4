for x in y: while 1: z
