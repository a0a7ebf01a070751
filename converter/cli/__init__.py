"""The command line: one module a command, loaded when the command is used.

`__main__` finds the command; `guard` runs what reads documents in a child
process under the limits; `terminal` is the only module that prints.
"""
