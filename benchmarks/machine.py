"""The machine and the interpreter of a run."""

from __future__ import annotations

import os
import platform
import resource
import sys
from pathlib import Path


def stay_on_one_core() -> None:
    """Keep this process and its children to the first core that they may use, where the system allows it."""
    stay_on(1)


def stay_on(cores: int) -> None:
    """The same for so many of the first cores."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def describe(used: int = 1) -> dict[str, str]:
    return {
        "processor": _processor(),
        "cores": f"{os.cpu_count()}, {'one' if used == 1 else used} used",
        "system": f"{platform.system()} {platform.machine()}",
        "Python": platform.python_version(),
    }


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")  # Linux; elsewhere the platform module knows it
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.processor() or "unknown")


def peak_memory() -> float:
    """The most memory that this process or one of its children has held, in megabytes."""
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage counts kilobytes on Linux and bytes on macOS
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return most * unit / 1e6
