#include "suggest_part.h"

/* Written by tools/suggest_names.py. */

/* clang-format off */

const struct suggest_names suggest_names[] = {
	{SUGGEST_LIST, "builtins", 10, 10,
		"__name__ __doc__ __package__ __loader__ __spec__ __build_class__ "
		"__import__ abs all any ascii bin breakpoint callable chr compile delattr "
		"dir divmod eval exec format getattr globals hasattr hash hex id input "
		"isinstance issubclass iter aiter len locals max min next anext oct ord pow "
		"print repr round setattr sorted sum vars None Ellipsis NotImplemented "
		"False True bool memoryview bytearray bytes classmethod complex dict "
		"enumerate filter float frozenset property int list map object range "
		"reversed set slice staticmethod str super tuple type zip __debug__ "
		"BaseException Exception TypeError StopAsyncIteration StopIteration "
		"GeneratorExit SystemExit KeyboardInterrupt ImportError ModuleNotFoundError "
		"OSError EnvironmentError IOError EOFError RuntimeError RecursionError "
		"NotImplementedError NameError UnboundLocalError AttributeError SyntaxError "
		"IndentationError TabError LookupError IndexError KeyError ValueError "
		"UnicodeError UnicodeEncodeError UnicodeDecodeError UnicodeTranslateError "
		"AssertionError ArithmeticError FloatingPointError OverflowError "
		"ZeroDivisionError SystemError ReferenceError MemoryError BufferError "
		"Warning UserWarning EncodingWarning DeprecationWarning "
		"PendingDeprecationWarning SyntaxWarning RuntimeWarning FutureWarning "
		"ImportWarning UnicodeWarning BytesWarning ResourceWarning ConnectionError "
		"BlockingIOError BrokenPipeError ChildProcessError ConnectionAbortedError "
		"ConnectionRefusedError ConnectionResetError FileExistsError "
		"FileNotFoundError IsADirectoryError NotADirectoryError InterruptedError "
		"PermissionError ProcessLookupError TimeoutError open"},
	{SUGGEST_LIST, "builtins", 11, 12,
		"__name__ __doc__ __package__ __loader__ __spec__ __build_class__ "
		"__import__ abs all any ascii bin breakpoint callable chr compile delattr "
		"dir divmod eval exec format getattr globals hasattr hash hex id input "
		"isinstance issubclass iter aiter len locals max min next anext oct ord pow "
		"print repr round setattr sorted sum vars None Ellipsis NotImplemented "
		"False True bool memoryview bytearray bytes classmethod complex dict "
		"enumerate filter float frozenset property int list map object range "
		"reversed set slice staticmethod str super tuple type zip __debug__ "
		"BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt "
		"SystemExit ArithmeticError AssertionError AttributeError BufferError "
		"EOFError ImportError LookupError MemoryError NameError OSError "
		"ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError "
		"SystemError TypeError ValueError Warning FloatingPointError OverflowError "
		"ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning "
		"FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning "
		"RuntimeWarning SyntaxWarning UnicodeWarning UserWarning BlockingIOError "
		"ChildProcessError ConnectionError FileExistsError FileNotFoundError "
		"InterruptedError IsADirectoryError NotADirectoryError PermissionError "
		"ProcessLookupError TimeoutError IndentationError IndexError KeyError "
		"ModuleNotFoundError NotImplementedError RecursionError UnboundLocalError "
		"UnicodeError BrokenPipeError ConnectionAbortedError ConnectionRefusedError "
		"ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError "
		"UnicodeTranslateError ExceptionGroup EnvironmentError IOError open"},
	{SUGGEST_LIST, "builtins", 13, 13,
		"__name__ __doc__ __package__ __loader__ __spec__ __build_class__ "
		"__import__ abs all any ascii bin breakpoint callable chr compile delattr "
		"dir divmod eval exec format getattr globals hasattr hash hex id input "
		"isinstance issubclass iter aiter len locals max min next anext oct ord pow "
		"print repr round setattr sorted sum vars None Ellipsis NotImplemented "
		"False True bool memoryview bytearray bytes classmethod complex dict "
		"enumerate filter float frozenset property int list map object range "
		"reversed set slice staticmethod str super tuple type zip __debug__ "
		"BaseException BaseExceptionGroup Exception GeneratorExit KeyboardInterrupt "
		"SystemExit ArithmeticError AssertionError AttributeError BufferError "
		"EOFError ImportError LookupError MemoryError NameError OSError "
		"ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError "
		"SystemError TypeError ValueError Warning FloatingPointError OverflowError "
		"ZeroDivisionError BytesWarning DeprecationWarning EncodingWarning "
		"FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning "
		"RuntimeWarning SyntaxWarning UnicodeWarning UserWarning BlockingIOError "
		"ChildProcessError ConnectionError FileExistsError FileNotFoundError "
		"InterruptedError IsADirectoryError NotADirectoryError PermissionError "
		"ProcessLookupError TimeoutError IndentationError _IncompleteInputError "
		"IndexError KeyError ModuleNotFoundError NotImplementedError "
		"PythonFinalizationError RecursionError UnboundLocalError UnicodeError "
		"BrokenPipeError ConnectionAbortedError ConnectionRefusedError "
		"ConnectionResetError TabError UnicodeDecodeError UnicodeEncodeError "
		"UnicodeTranslateError ExceptionGroup EnvironmentError IOError open"},
	{SUGGEST_LIST, "stdlib", 10, 10,
		"__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess "
		"_bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr "
		"_codecs_tw _collections _collections_abc _compat_pickle _compression "
		"_contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm "
		"_decimal _elementtree _frozen_importlib _frozen_importlib_external "
		"_functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma "
		"_markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator "
		"_osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc "
		"_pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512 "
		"_signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string "
		"_strptime _struct _symtable _thread _threading_local _tkinter _tracemalloc "
		"_uuid _warnings _weakref _weakrefset _winapi _zoneinfo abc aifc "
		"antigravity argparse array ast asynchat asyncio asyncore atexit audioop "
		"base64 bdb binascii binhex bisect builtins bz2 cProfile calendar cgi cgitb "
		"chunk cmath cmd code codecs codeop collections colorsys compileall "
		"concurrent configparser contextlib contextvars copy copyreg crypt csv "
		"ctypes curses dataclasses datetime dbm decimal difflib dis distutils "
		"doctest email encodings ensurepip enum errno faulthandler fcntl filecmp "
		"fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass "
		"gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib "
		"imaplib imghdr imp importlib inspect io ipaddress itertools json keyword "
		"lib2to3 linecache locale logging lzma mailbox mailcap marshal math "
		"mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis "
		"nntplib nt ntpath nturl2path numbers opcode operator optparse os "
		"ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib "
		"poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr "
		"pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource "
		"rlcompleter runpy sched secrets select selectors shelve shlex shutil "
		"signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 "
		"sre_compile sre_constants sre_parse ssl stat statistics string stringprep "
		"struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile "
		"telnetlib tempfile termios textwrap this threading time timeit tkinter "
		"token tokenize trace traceback tracemalloc tty turtle turtledemo types "
		"typing unicodedata unittest urllib uu uuid venv warnings wave weakref "
		"webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile "
		"zipimport zlib zoneinfo"},
	{SUGGEST_LIST, "stdlib", 11, 11,
		"__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bootsubprocess "
		"_bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr "
		"_codecs_tw _collections _collections_abc _compat_pickle _compression "
		"_contextvars _crypt _csv _ctypes _curses _curses_panel _datetime _dbm "
		"_decimal _elementtree _frozen_importlib _frozen_importlib_external "
		"_functools _gdbm _hashlib _heapq _imp _io _json _locale _lsprof _lzma "
		"_markupbase _md5 _msi _multibytecodec _multiprocessing _opcode _operator "
		"_osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc "
		"_pydecimal _pyio _queue _random _scproxy _sha1 _sha256 _sha3 _sha512 "
		"_signal _sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string "
		"_strptime _struct _symtable _thread _threading_local _tkinter _tokenize "
		"_tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi "
		"_zoneinfo abc aifc antigravity argparse array ast asynchat asyncio "
		"asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cProfile "
		"calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys "
		"compileall concurrent configparser contextlib contextvars copy copyreg "
		"crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis "
		"distutils doctest email encodings ensurepip enum errno faulthandler fcntl "
		"filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt "
		"getpass gettext glob graphlib grp gzip hashlib heapq hmac html http "
		"idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json "
		"keyword lib2to3 linecache locale logging lzma mailbox mailcap marshal math "
		"mimetypes mmap modulefinder msilib msvcrt multiprocessing netrc nis "
		"nntplib nt ntpath nturl2path numbers opcode operator optparse os "
		"ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib "
		"poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr "
		"pydoc pydoc_data pyexpat queue quopri random re readline reprlib resource "
		"rlcompleter runpy sched secrets select selectors shelve shlex shutil "
		"signal site smtpd smtplib sndhdr socket socketserver spwd sqlite3 "
		"sre_compile sre_constants sre_parse ssl stat statistics string stringprep "
		"struct subprocess sunau symtable sys sysconfig syslog tabnanny tarfile "
		"telnetlib tempfile termios textwrap this threading time timeit tkinter "
		"token tokenize tomllib trace traceback tracemalloc tty turtle turtledemo "
		"types typing unicodedata unittest urllib uu uuid venv warnings wave "
		"weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp "
		"zipfile zipimport zlib zoneinfo"},
	{SUGGEST_LIST, "stdlib", 12, 12,
		"__future__ _abc _aix_support _ast _asyncio _bisect _blake2 _bz2 _codecs "
		"_codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw "
		"_collections _collections_abc _compat_pickle _compression _contextvars "
		"_crypt _csv _ctypes _curses _curses_panel _datetime _dbm _decimal "
		"_elementtree _frozen_importlib _frozen_importlib_external _functools _gdbm "
		"_hashlib _heapq _imp _io _json _locale _lsprof _lzma _markupbase _md5 _msi "
		"_multibytecodec _multiprocessing _opcode _operator _osx_support "
		"_overlapped _pickle _posixshmem _posixsubprocess _py_abc _pydatetime "
		"_pydecimal _pyio _pylong _queue _random _scproxy _sha1 _sha2 _sha3 _signal "
		"_sitebuiltins _socket _sqlite3 _sre _ssl _stat _statistics _string "
		"_strptime _struct _symtable _thread _threading_local _tkinter _tokenize "
		"_tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi "
		"_zoneinfo abc aifc antigravity argparse array ast asyncio atexit audioop "
		"base64 bdb binascii bisect builtins bz2 cProfile calendar cgi cgitb chunk "
		"cmath cmd code codecs codeop collections colorsys compileall concurrent "
		"configparser contextlib contextvars copy copyreg crypt csv ctypes curses "
		"dataclasses datetime dbm decimal difflib dis doctest email encodings "
		"ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch "
		"fractions ftplib functools gc genericpath getopt getpass gettext glob "
		"graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr "
		"importlib inspect io ipaddress itertools json keyword lib2to3 linecache "
		"locale logging lzma mailbox mailcap marshal math mimetypes mmap "
		"modulefinder msilib msvcrt multiprocessing netrc nis nntplib nt ntpath "
		"nturl2path numbers opcode operator optparse os ossaudiodev pathlib pdb "
		"pickle pickletools pipes pkgutil platform plistlib poplib posix posixpath "
		"pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat "
		"queue quopri random re readline reprlib resource rlcompleter runpy sched "
		"secrets select selectors shelve shlex shutil signal site smtplib sndhdr "
		"socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse ssl "
		"stat statistics string stringprep struct subprocess sunau symtable sys "
		"sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap this "
		"threading time timeit tkinter token tokenize tomllib trace traceback "
		"tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib "
		"uu uuid venv warnings wave weakref webbrowser winreg winsound wsgiref "
		"xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo"},
	{SUGGEST_LIST, "stdlib", 13, 13,
		"__future__ _abc _aix_support _android_support _ast _asyncio _bisect "
		"_blake2 _bz2 _codecs _codecs_cn _codecs_hk _codecs_iso2022 _codecs_jp "
		"_codecs_kr _codecs_tw _collections _collections_abc _colorize "
		"_compat_pickle _compression _contextvars _csv _ctypes _curses "
		"_curses_panel _datetime _dbm _decimal _elementtree _frozen_importlib "
		"_frozen_importlib_external _functools _gdbm _hashlib _heapq _imp "
		"_interpchannels _interpqueues _interpreters _io _ios_support _json _locale "
		"_lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing _opcode "
		"_opcode_metadata _operator _osx_support _overlapped _pickle _posixshmem "
		"_posixsubprocess _py_abc _pydatetime _pydecimal _pyio _pylong _pyrepl "
		"_queue _random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins _socket "
		"_sqlite3 _sre _ssl _stat _statistics _string _strptime _struct "
		"_suggestions _symtable _sysconfig _thread _threading_local _tkinter "
		"_tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset "
		"_winapi _wmi _zoneinfo abc antigravity argparse array ast asyncio atexit "
		"base64 bdb binascii bisect builtins bz2 cProfile calendar cmath cmd code "
		"codecs codeop collections colorsys compileall concurrent configparser "
		"contextlib contextvars copy copyreg csv ctypes curses dataclasses datetime "
		"dbm decimal difflib dis doctest email encodings ensurepip enum errno "
		"faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc "
		"genericpath getopt getpass gettext glob graphlib grp gzip hashlib heapq "
		"hmac html http idlelib imaplib importlib inspect io ipaddress itertools "
		"json keyword linecache locale logging lzma mailbox marshal math mimetypes "
		"mmap modulefinder msvcrt multiprocessing netrc nt ntpath nturl2path "
		"numbers opcode operator optparse os pathlib pdb pickle pickletools pkgutil "
		"platform plistlib poplib posix posixpath pprint profile pstats pty pwd "
		"py_compile pyclbr pydoc pydoc_data pyexpat queue quopri random re readline "
		"reprlib resource rlcompleter runpy sched secrets select selectors shelve "
		"shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile "
		"sre_constants sre_parse ssl stat statistics string stringprep struct "
		"subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios "
		"textwrap this threading time timeit tkinter token tokenize tomllib trace "
		"traceback tracemalloc tty turtle turtledemo types typing unicodedata "
		"unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound "
		"wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo"},
	{SUGGEST_MODULE, "gc", 10, 13,
		"DEBUG_COLLECTABLE DEBUG_LEAK DEBUG_SAVEALL DEBUG_STATS DEBUG_UNCOLLECTABLE "
		"__doc__ __loader__ __name__ __package__ __spec__ callbacks collect disable "
		"enable freeze garbage get_count get_debug get_freeze_count get_objects "
		"get_referents get_referrers get_stats get_threshold is_finalized "
		"is_tracked isenabled set_debug set_threshold unfreeze"},
	{SUGGEST_MODULE, "sys", 10, 10,
		"__breakpointhook__ __displayhook__ __doc__ __excepthook__ __loader__ "
		"__name__ __package__ __spec__ __stderr__ __stdin__ __stdout__ "
		"__unraisablehook__ _base_executable _clear_type_cache _current_exceptions "
		"_current_frames _deactivate_opcache _debugmallocstats _framework _getframe "
		"_git _xoptions abiflags addaudithook api_version argv audit "
		"base_exec_prefix base_prefix breakpointhook builtin_module_names byteorder "
		"call_tracing copyright displayhook dont_write_bytecode exc_info excepthook "
		"exec_prefix executable exit flags float_info float_repr_style "
		"get_asyncgen_hooks get_coroutine_origin_tracking_depth "
		"get_int_max_str_digits getallocatedblocks getdefaultencoding "
		"getdlopenflags getfilesystemencodeerrors getfilesystemencoding getprofile "
		"getrecursionlimit getrefcount getsizeof getswitchinterval gettrace "
		"hash_info hexversion implementation int_info intern is_finalizing maxsize "
		"maxunicode meta_path modules orig_argv path path_hooks path_importer_cache "
		"platform platlibdir prefix pycache_prefix set_asyncgen_hooks "
		"set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags "
		"setprofile setrecursionlimit setswitchinterval settrace stderr stdin "
		"stdlib_module_names stdout thread_info unraisablehook version version_info "
		"warnoptions"},
	{SUGGEST_MODULE, "sys", 11, 11,
		"__breakpointhook__ __displayhook__ __doc__ __excepthook__ __loader__ "
		"__name__ __package__ __spec__ __stderr__ __stdin__ __stdout__ "
		"__unraisablehook__ _base_executable _clear_type_cache _current_exceptions "
		"_current_frames _debugmallocstats _framework _getframe _getquickenedcount "
		"_git _stdlib_dir _xoptions abiflags addaudithook api_version argv audit "
		"base_exec_prefix base_prefix breakpointhook builtin_module_names byteorder "
		"call_tracing copyright displayhook dont_write_bytecode exc_info excepthook "
		"exception exec_prefix executable exit flags float_info float_repr_style "
		"get_asyncgen_hooks get_coroutine_origin_tracking_depth "
		"get_int_max_str_digits getallocatedblocks getdefaultencoding "
		"getdlopenflags getfilesystemencodeerrors getfilesystemencoding getprofile "
		"getrecursionlimit getrefcount getsizeof getswitchinterval gettrace "
		"hash_info hexversion implementation int_info intern is_finalizing maxsize "
		"maxunicode meta_path modules orig_argv path path_hooks path_importer_cache "
		"platform platlibdir prefix pycache_prefix set_asyncgen_hooks "
		"set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags "
		"setprofile setrecursionlimit setswitchinterval settrace stderr stdin "
		"stdlib_module_names stdout thread_info unraisablehook version version_info "
		"warnoptions"},
	{SUGGEST_MODULE, "sys", 12, 12,
		"__breakpointhook__ __displayhook__ __doc__ __excepthook__ __loader__ "
		"__name__ __package__ __spec__ __stderr__ __stdin__ __stdout__ "
		"__unraisablehook__ _base_executable _clear_type_cache _current_exceptions "
		"_current_frames _debugmallocstats _framework _getframe _getframemodulename "
		"_git _setprofileallthreads _settraceallthreads _stdlib_dir _xoptions "
		"abiflags activate_stack_trampoline addaudithook api_version argv audit "
		"base_exec_prefix base_prefix breakpointhook builtin_module_names byteorder "
		"call_tracing copyright deactivate_stack_trampoline displayhook "
		"dont_write_bytecode exc_info excepthook exception exec_prefix executable "
		"exit flags float_info float_repr_style get_asyncgen_hooks "
		"get_coroutine_origin_tracking_depth get_int_max_str_digits "
		"getallocatedblocks getdefaultencoding getdlopenflags "
		"getfilesystemencodeerrors getfilesystemencoding getprofile "
		"getrecursionlimit getrefcount getsizeof getswitchinterval gettrace "
		"getunicodeinternedsize hash_info hexversion implementation int_info intern "
		"is_finalizing is_stack_trampoline_active maxsize maxunicode meta_path "
		"modules monitoring orig_argv path path_hooks path_importer_cache platform "
		"platlibdir prefix pycache_prefix set_asyncgen_hooks "
		"set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags "
		"setprofile setrecursionlimit setswitchinterval settrace stderr stdin "
		"stdlib_module_names stdout thread_info unraisablehook version version_info "
		"warnoptions"},
	{SUGGEST_MODULE, "sys", 13, 13,
		"__breakpointhook__ __displayhook__ __doc__ __excepthook__ __loader__ "
		"__name__ __package__ __spec__ __stderr__ __stdin__ __stdout__ "
		"__unraisablehook__ _base_executable _baserepl _clear_internal_caches "
		"_clear_type_cache _current_exceptions _current_frames _debugmallocstats "
		"_framework _get_cpu_count_config _getframe _getframemodulename _git "
		"_is_gil_enabled _is_interned _setprofileallthreads _settraceallthreads "
		"_stdlib_dir _xoptions abiflags activate_stack_trampoline addaudithook "
		"api_version argv audit base_exec_prefix base_prefix breakpointhook "
		"builtin_module_names byteorder call_tracing copyright "
		"deactivate_stack_trampoline displayhook dont_write_bytecode exc_info "
		"excepthook exception exec_prefix executable exit flags float_info "
		"float_repr_style get_asyncgen_hooks get_coroutine_origin_tracking_depth "
		"get_int_max_str_digits getallocatedblocks getdefaultencoding "
		"getdlopenflags getfilesystemencodeerrors getfilesystemencoding getprofile "
		"getrecursionlimit getrefcount getsizeof getswitchinterval gettrace "
		"getunicodeinternedsize hash_info hexversion implementation int_info intern "
		"is_finalizing is_stack_trampoline_active maxsize maxunicode meta_path "
		"modules monitoring orig_argv path path_hooks path_importer_cache platform "
		"platlibdir prefix pycache_prefix set_asyncgen_hooks "
		"set_coroutine_origin_tracking_depth set_int_max_str_digits setdlopenflags "
		"setprofile setrecursionlimit setswitchinterval settrace stderr stdin "
		"stdlib_module_names stdout thread_info unraisablehook version version_info "
		"warnoptions"},
	{SUGGEST_MODULE, "weakref", 10, 13,
		"CallableProxyType KeyedRef ProxyType ProxyTypes ReferenceType "
		"WeakKeyDictionary WeakMethod WeakSet WeakValueDictionary _IterationGuard "
		"__all__ __builtins__ __cached__ __doc__ __file__ __loader__ __name__ "
		"__package__ __spec__ _collections_abc _remove_dead_weakref finalize "
		"getweakrefcount getweakrefs itertools proxy ref sys"},
	{SUGGEST_TYPE, "AttributeError", 10, 13,
		"name obj"},
	{SUGGEST_TYPE, "BaseException", 10, 10,
		"__cause__ __context__ __dict__ __setstate__ __suppress_context__ "
		"__traceback__ args with_traceback"},
	{SUGGEST_TYPE, "BaseException", 11, 13,
		"__cause__ __context__ __dict__ __setstate__ __suppress_context__ "
		"__traceback__ add_note args with_traceback"},
	{SUGGEST_TYPE, "BaseExceptionGroup", 11, 13,
		"__class_getitem__ derive exceptions message split subgroup"},
	{SUGGEST_TYPE, "EnvironmentError", 10, 13,
		"characters_written errno filename filename2 strerror"},
	{SUGGEST_TYPE, "ExceptionGroup", 11, 13,
		"__module__ __weakref__"},
	{SUGGEST_TYPE, "IOError", 10, 13,
		"characters_written errno filename filename2 strerror"},
	{SUGGEST_TYPE, "ImportError", 10, 11,
		"msg name path"},
	{SUGGEST_TYPE, "ImportError", 12, 13,
		"msg name name_from path"},
	{SUGGEST_TYPE, "NameError", 10, 13,
		"name"},
	{SUGGEST_TYPE, "NoneType", 10, 13,
		"__bool__"},
	{SUGGEST_TYPE, "NotImplementedType", 10, 13,
		"__bool__"},
	{SUGGEST_TYPE, "OSError", 10, 13,
		"characters_written errno filename filename2 strerror"},
	{SUGGEST_TYPE, "ProxyType", 10, 13,
		"__abs__ __add__ __and__ __bool__ __bytes__ __contains__ __delitem__ "
		"__divmod__ __float__ __floordiv__ __getitem__ __iadd__ __iand__ "
		"__ifloordiv__ __ilshift__ __imatmul__ __imod__ __imul__ __index__ __int__ "
		"__invert__ __ior__ __ipow__ __irshift__ __isub__ __iter__ __itruediv__ "
		"__ixor__ __len__ __lshift__ __matmul__ __mod__ __mul__ __neg__ __next__ "
		"__or__ __pos__ __pow__ __radd__ __rand__ __rdivmod__ __reversed__ "
		"__rfloordiv__ __rlshift__ __rmatmul__ __rmod__ __rmul__ __ror__ __rpow__ "
		"__rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __setitem__ __sub__ "
		"__truediv__ __xor__"},
	{SUGGEST_TYPE, "ReferenceType", 10, 13,
		"__call__ __callback__ __class_getitem__"},
	{SUGGEST_TYPE, "StopIteration", 10, 13,
		"value"},
	{SUGGEST_TYPE, "SyntaxError", 10, 13,
		"end_lineno end_offset filename lineno msg offset print_file_and_line text"},
	{SUGGEST_TYPE, "SystemExit", 10, 13,
		"code"},
	{SUGGEST_TYPE, "TextIOWrapper", 10, 13,
		"_CHUNK_SIZE _finalizing buffer line_buffering name reconfigure "
		"write_through"},
	{SUGGEST_TYPE, "UnicodeDecodeError", 10, 13,
		"encoding end object reason start"},
	{SUGGEST_TYPE, "UnicodeEncodeError", 10, 13,
		"encoding end object reason start"},
	{SUGGEST_TYPE, "UnicodeTranslateError", 10, 13,
		"encoding end object reason start"},
	{SUGGEST_TYPE, "builtin_function_or_method", 10, 13,
		"__call__ __module__ __name__ __qualname__ __self__ __text_signature__"},
	{SUGGEST_TYPE, "bytes", 10, 10,
		"__add__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ "
		"__mul__ __rmod__ __rmul__ capitalize center count decode endswith "
		"expandtabs find fromhex hex index isalnum isalpha isascii isdigit islower "
		"isspace istitle isupper join ljust lower lstrip maketrans partition "
		"removeprefix removesuffix replace rfind rindex rjust rpartition rsplit "
		"rstrip split splitlines startswith strip swapcase title translate upper "
		"zfill"},
	{SUGGEST_TYPE, "bytes", 11, 11,
		"__add__ __bytes__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ "
		"__mod__ __mul__ __rmod__ __rmul__ capitalize center count decode endswith "
		"expandtabs find fromhex hex index isalnum isalpha isascii isdigit islower "
		"isspace istitle isupper join ljust lower lstrip maketrans partition "
		"removeprefix removesuffix replace rfind rindex rjust rpartition rsplit "
		"rstrip split splitlines startswith strip swapcase title translate upper "
		"zfill"},
	{SUGGEST_TYPE, "bytes", 12, 13,
		"__add__ __buffer__ __bytes__ __contains__ __getitem__ __getnewargs__ "
		"__iter__ __len__ __mod__ __mul__ __rmod__ __rmul__ capitalize center count "
		"decode endswith expandtabs find fromhex hex index isalnum isalpha isascii "
		"isdigit islower isspace istitle isupper join ljust lower lstrip maketrans "
		"partition removeprefix removesuffix replace rfind rindex rjust rpartition "
		"rsplit rstrip split splitlines startswith strip swapcase title translate "
		"upper zfill"},
	{SUGGEST_TYPE, "bytes_iterator", 10, 13,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "cell", 10, 13,
		"cell_contents"},
	{SUGGEST_TYPE, "classmethod", 10, 13,
		"__dict__ __func__ __get__ __isabstractmethod__ __wrapped__"},
	{SUGGEST_TYPE, "code", 10, 10,
		"co_argcount co_cellvars co_code co_consts co_filename co_firstlineno "
		"co_flags co_freevars co_kwonlyargcount co_lines co_linetable co_lnotab "
		"co_name co_names co_nlocals co_posonlyargcount co_stacksize co_varnames "
		"replace"},
	{SUGGEST_TYPE, "code", 11, 12,
		"_co_code_adaptive _varname_from_oparg co_argcount co_cellvars co_code "
		"co_consts co_exceptiontable co_filename co_firstlineno co_flags "
		"co_freevars co_kwonlyargcount co_lines co_linetable co_lnotab co_name "
		"co_names co_nlocals co_positions co_posonlyargcount co_qualname "
		"co_stacksize co_varnames replace"},
	{SUGGEST_TYPE, "code", 13, 13,
		"__replace__ _co_code_adaptive _varname_from_oparg co_argcount co_cellvars "
		"co_code co_consts co_exceptiontable co_filename co_firstlineno co_flags "
		"co_freevars co_kwonlyargcount co_lines co_linetable co_lnotab co_name "
		"co_names co_nlocals co_positions co_posonlyargcount co_qualname "
		"co_stacksize co_varnames replace"},
	{SUGGEST_TYPE, "complex", 10, 10,
		"__abs__ __add__ __bool__ __getnewargs__ __mul__ __neg__ __pos__ __pow__ "
		"__radd__ __rmul__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ "
		"conjugate imag real"},
	{SUGGEST_TYPE, "complex", 11, 13,
		"__abs__ __add__ __bool__ __complex__ __getnewargs__ __mul__ __neg__ "
		"__pos__ __pow__ __radd__ __rmul__ __rpow__ __rsub__ __rtruediv__ __sub__ "
		"__truediv__ conjugate imag real"},
	{SUGGEST_TYPE, "dict", 10, 13,
		"__class_getitem__ __contains__ __delitem__ __getitem__ __ior__ __iter__ "
		"__len__ __or__ __reversed__ __ror__ __setitem__ clear copy fromkeys get "
		"items keys pop popitem setdefault update values"},
	{SUGGEST_TYPE, "dict_itemiterator", 10, 13,
		"__iter__ __length_hint__ __next__"},
	{SUGGEST_TYPE, "dict_items", 10, 13,
		"__and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ "
		"__rsub__ __rxor__ __sub__ __xor__ isdisjoint mapping"},
	{SUGGEST_TYPE, "dict_keyiterator", 10, 13,
		"__iter__ __length_hint__ __next__"},
	{SUGGEST_TYPE, "dict_keys", 10, 13,
		"__and__ __contains__ __iter__ __len__ __or__ __rand__ __reversed__ __ror__ "
		"__rsub__ __rxor__ __sub__ __xor__ isdisjoint mapping"},
	{SUGGEST_TYPE, "dict_valueiterator", 10, 13,
		"__iter__ __length_hint__ __next__"},
	{SUGGEST_TYPE, "dict_values", 10, 13,
		"__iter__ __len__ __reversed__ mapping"},
	{SUGGEST_TYPE, "enumerate", 10, 13,
		"__class_getitem__ __iter__ __next__"},
	{SUGGEST_TYPE, "filter", 10, 13,
		"__iter__ __next__"},
	{SUGGEST_TYPE, "float", 10, 10,
		"__abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ "
		"__floordiv__ __getformat__ __getnewargs__ __int__ __mod__ __mul__ __neg__ "
		"__pos__ __pow__ __radd__ __rdivmod__ __rfloordiv__ __rmod__ __rmul__ "
		"__round__ __rpow__ __rsub__ __rtruediv__ __setformat__ __sub__ __truediv__ "
		"__trunc__ as_integer_ratio conjugate fromhex hex imag is_integer real"},
	{SUGGEST_TYPE, "float", 11, 13,
		"__abs__ __add__ __bool__ __ceil__ __divmod__ __float__ __floor__ "
		"__floordiv__ __getformat__ __getnewargs__ __int__ __mod__ __mul__ __neg__ "
		"__pos__ __pow__ __radd__ __rdivmod__ __rfloordiv__ __rmod__ __rmul__ "
		"__round__ __rpow__ __rsub__ __rtruediv__ __sub__ __truediv__ __trunc__ "
		"as_integer_ratio conjugate fromhex hex imag is_integer real"},
	{SUGGEST_TYPE, "frame", 10, 13,
		"clear f_back f_builtins f_code f_globals f_lasti f_lineno f_locals f_trace "
		"f_trace_lines f_trace_opcodes"},
	{SUGGEST_TYPE, "frozenset", 10, 13,
		"__and__ __class_getitem__ __contains__ __iter__ __len__ __or__ __rand__ "
		"__ror__ __rsub__ __rxor__ __sub__ __xor__ copy difference intersection "
		"isdisjoint issubset issuperset symmetric_difference union"},
	{SUGGEST_TYPE, "function", 10, 11,
		"__annotations__ __builtins__ __call__ __closure__ __code__ __defaults__ "
		"__dict__ __get__ __globals__ __kwdefaults__ __module__ __name__ "
		"__qualname__"},
	{SUGGEST_TYPE, "function", 12, 13,
		"__annotations__ __builtins__ __call__ __closure__ __code__ __defaults__ "
		"__dict__ __get__ __globals__ __kwdefaults__ __module__ __name__ "
		"__qualname__ __type_params__"},
	{SUGGEST_TYPE, "generator", 10, 10,
		"__del__ __iter__ __name__ __next__ __qualname__ close gi_code gi_frame "
		"gi_running gi_yieldfrom send throw"},
	{SUGGEST_TYPE, "generator", 11, 12,
		"__del__ __iter__ __name__ __next__ __qualname__ close gi_code gi_frame "
		"gi_running gi_suspended gi_yieldfrom send throw"},
	{SUGGEST_TYPE, "generator", 13, 13,
		"__class_getitem__ __del__ __iter__ __name__ __next__ __qualname__ close "
		"gi_code gi_frame gi_running gi_suspended gi_yieldfrom send throw"},
	{SUGGEST_TYPE, "getset_descriptor", 10, 13,
		"__delete__ __get__ __name__ __objclass__ __qualname__ __set__"},
	{SUGGEST_TYPE, "int", 10, 11,
		"__abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ "
		"__floordiv__ __getnewargs__ __index__ __int__ __invert__ __lshift__ "
		"__mod__ __mul__ __neg__ __or__ __pos__ __pow__ __radd__ __rand__ "
		"__rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ "
		"__rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ "
		"__truediv__ __trunc__ __xor__ as_integer_ratio bit_count bit_length "
		"conjugate denominator from_bytes imag numerator real to_bytes"},
	{SUGGEST_TYPE, "int", 12, 13,
		"__abs__ __add__ __and__ __bool__ __ceil__ __divmod__ __float__ __floor__ "
		"__floordiv__ __getnewargs__ __index__ __int__ __invert__ __lshift__ "
		"__mod__ __mul__ __neg__ __or__ __pos__ __pow__ __radd__ __rand__ "
		"__rdivmod__ __rfloordiv__ __rlshift__ __rmod__ __rmul__ __ror__ __round__ "
		"__rpow__ __rrshift__ __rshift__ __rsub__ __rtruediv__ __rxor__ __sub__ "
		"__truediv__ __trunc__ __xor__ as_integer_ratio bit_count bit_length "
		"conjugate denominator from_bytes imag is_integer numerator real to_bytes"},
	{SUGGEST_TYPE, "list", 10, 13,
		"__add__ __class_getitem__ __contains__ __delitem__ __getitem__ __iadd__ "
		"__imul__ __iter__ __len__ __mul__ __reversed__ __rmul__ __setitem__ append "
		"clear copy count extend index insert pop remove reverse sort"},
	{SUGGEST_TYPE, "list_iterator", 10, 13,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "list_reverseiterator", 10, 13,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "map", 10, 13,
		"__iter__ __next__"},
	{SUGGEST_TYPE, "mappingproxy", 10, 13,
		"__class_getitem__ __contains__ __getitem__ __ior__ __iter__ __len__ __or__ "
		"__reversed__ __ror__ copy get items keys values"},
	{SUGGEST_TYPE, "member_descriptor", 10, 13,
		"__delete__ __get__ __name__ __objclass__ __qualname__ __set__"},
	{SUGGEST_TYPE, "method", 10, 10,
		"__call__ __func__ __get__ __self__"},
	{SUGGEST_TYPE, "method", 11, 12,
		"__call__ __func__ __self__"},
	{SUGGEST_TYPE, "method", 13, 13,
		"__call__ __func__ __get__ __self__"},
	{SUGGEST_TYPE, "method-wrapper", 10, 13,
		"__call__ __name__ __objclass__ __qualname__ __self__ __text_signature__"},
	{SUGGEST_TYPE, "method_descriptor", 10, 13,
		"__call__ __get__ __name__ __objclass__ __qualname__ __text_signature__"},
	{SUGGEST_TYPE, "module", 10, 13,
		"__annotations__ __dict__"},
	{SUGGEST_TYPE, "object", 10, 10,
		"__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ "
		"__getattribute__ __gt__ __hash__ __init__ __init_subclass__ __le__ __lt__ "
		"__ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ __sizeof__ "
		"__str__ __subclasshook__"},
	{SUGGEST_TYPE, "object", 11, 13,
		"__class__ __delattr__ __dir__ __doc__ __eq__ __format__ __ge__ "
		"__getattribute__ __getstate__ __gt__ __hash__ __init__ __init_subclass__ "
		"__le__ __lt__ __ne__ __new__ __reduce__ __reduce_ex__ __repr__ __setattr__ "
		"__sizeof__ __str__ __subclasshook__"},
	{SUGGEST_TYPE, "property", 10, 12,
		"__delete__ __get__ __isabstractmethod__ __set__ __set_name__ deleter fdel "
		"fget fset getter setter"},
	{SUGGEST_TYPE, "property", 13, 13,
		"__delete__ __get__ __isabstractmethod__ __name__ __set__ __set_name__ "
		"deleter fdel fget fset getter setter"},
	{SUGGEST_TYPE, "range", 10, 13,
		"__bool__ __contains__ __getitem__ __iter__ __len__ __reversed__ count "
		"index start step stop"},
	{SUGGEST_TYPE, "range_iterator", 10, 13,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "reversed", 10, 13,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "set", 10, 13,
		"__and__ __class_getitem__ __contains__ __iand__ __ior__ __isub__ __iter__ "
		"__ixor__ __len__ __or__ __rand__ __ror__ __rsub__ __rxor__ __sub__ __xor__ "
		"add clear copy difference difference_update discard intersection "
		"intersection_update isdisjoint issubset issuperset pop remove "
		"symmetric_difference symmetric_difference_update union update"},
	{SUGGEST_TYPE, "set_iterator", 10, 13,
		"__iter__ __length_hint__ __next__"},
	{SUGGEST_TYPE, "slice", 10, 13,
		"indices start step stop"},
	{SUGGEST_TYPE, "staticmethod", 10, 13,
		"__call__ __dict__ __func__ __get__ __isabstractmethod__ __wrapped__"},
	{SUGGEST_TYPE, "str", 10, 13,
		"__add__ __contains__ __getitem__ __getnewargs__ __iter__ __len__ __mod__ "
		"__mul__ __rmod__ __rmul__ capitalize casefold center count encode endswith "
		"expandtabs find format format_map index isalnum isalpha isascii isdecimal "
		"isdigit isidentifier islower isnumeric isprintable isspace istitle isupper "
		"join ljust lower lstrip maketrans partition removeprefix removesuffix "
		"replace rfind rindex rjust rpartition rsplit rstrip split splitlines "
		"startswith strip swapcase title translate upper zfill"},
	{SUGGEST_TYPE, "str_ascii_iterator", 11, 13,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "str_iterator", 10, 10,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "super", 10, 13,
		"__get__ __self__ __self_class__ __thisclass__"},
	{SUGGEST_TYPE, "traceback", 10, 13,
		"tb_frame tb_lasti tb_lineno tb_next"},
	{SUGGEST_TYPE, "tuple", 10, 13,
		"__add__ __class_getitem__ __contains__ __getitem__ __getnewargs__ __iter__ "
		"__len__ __mul__ __rmul__ count index"},
	{SUGGEST_TYPE, "tuple_iterator", 10, 13,
		"__iter__ __length_hint__ __next__ __setstate__"},
	{SUGGEST_TYPE, "type", 10, 11,
		"__abstractmethods__ __annotations__ __base__ __bases__ __basicsize__ "
		"__call__ __dict__ __dictoffset__ __flags__ __instancecheck__ __itemsize__ "
		"__module__ __mro__ __name__ __or__ __prepare__ __qualname__ __ror__ "
		"__subclasscheck__ __subclasses__ __text_signature__ __weakrefoffset__ mro"},
	{SUGGEST_TYPE, "type", 12, 13,
		"__abstractmethods__ __annotations__ __base__ __bases__ __basicsize__ "
		"__call__ __dict__ __dictoffset__ __flags__ __instancecheck__ __itemsize__ "
		"__module__ __mro__ __name__ __or__ __prepare__ __qualname__ __ror__ "
		"__subclasscheck__ __subclasses__ __text_signature__ __type_params__ "
		"__weakrefoffset__ mro"},
	{SUGGEST_TYPE, "wrapper_descriptor", 10, 13,
		"__call__ __get__ __name__ __objclass__ __qualname__ __text_signature__"},
	{SUGGEST_TYPE, "zip", 10, 13,
		"__iter__ __next__ __setstate__"},
	{0}
};

/* clang-format on */
