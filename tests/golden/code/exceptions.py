# versions: 2.7 3.6 3.8 3.11
def f():
    try:
        a()
    except KeyError as e:
        b(e)
    except (TypeError, ValueError):
        return c()
    except:
        raise
    else:
        d()
    raise E(1)
