"""Commands that need no screen. Each module has ``arguments(parser)`` and ``run(args) -> exit code``.

Rules of this package: a command imports what it needs when it runs, for the command line is parsed
before anybody knows whether numpy is wanted; stdout is for the answer, stderr for everything else.
"""
