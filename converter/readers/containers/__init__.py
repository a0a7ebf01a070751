"""Containers: one input that holds many sources, given out one after the other.

Each module has `members(source, options, context)`, which reads a stream and
yields what is in it. A package that breaks a rule of `docs/explanation/threats.md`
(a member outside of it, a link, a second one of the same name, encryption, more
than the limits allow) is refused whole, naming the member; nothing is ever
written to a disk to unpack it.
"""
