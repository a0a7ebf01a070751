"""Restraint: the system's limits of a process that works on documents (`docs/explanation/threats.md`)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from converter.core.limits import Limits


def restrain(limits: Limits) -> None:
    """Set the limits of this process; a lower one that the user has set already stays."""
    import resource

    for what, most in (
        (resource.RLIMIT_AS, limits.memory_bytes),
        (resource.RLIMIT_FSIZE, limits.output_bytes),
        (resource.RLIMIT_CORE, 0),
    ):
        soft, hard = resource.getrlimit(what)
        known = [each for each in (most, soft, hard) if each != resource.RLIM_INFINITY]
        resource.setrlimit(what, (min(known), hard))


def grant_seconds(seconds: int) -> None:
    """Let this process use so many more seconds of processor time; a clock outside stops one that sleeps."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    used = resource.getrusage(resource.RUSAGE_SELF)
    most = int(used.ru_utime + used.ru_stime) + seconds + 1
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
