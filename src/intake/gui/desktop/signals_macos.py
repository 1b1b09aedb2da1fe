"""Hears what macOS announces to all programs; written for it, not tested on it.

Sleep and closing the lid are announced in ways that need another library. The program's own timer
notices both on waking.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import sys

from PySide6.QtCore import QObject

from intake.gui.desktop.signals import DesktopSignals, Event

assert sys.platform == "darwin"

_ANNOUNCED = {
    "com.apple.screenIsLocked": Event.SCREEN_LOCK,
    "com.apple.screensaver.didstart": Event.SCREEN_LOCK,
    "com.apple.sessionDidMoveOffConsole": Event.USER_SWITCH,
}
_UTF8, _AT_ONCE = 0x08000100, 4  # <CFString.h>, <CFNotificationCenter.h>
_CALLBACK = ctypes.CFUNCTYPE(
    None,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_void_p,
    ctypes.c_void_p,
)


class MacSignals(DesktopSignals):
    """Listens at the centre of announcements that all programs of a person share."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._callbacks: list[object] = []  # the system calls them; they must live on

    def start(self) -> None:
        """Begin to listen."""
        foundation = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
        foundation.CFNotificationCenterGetDistributedCenter.restype = ctypes.c_void_p
        foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
        centre = ctypes.c_void_p(foundation.CFNotificationCenterGetDistributedCenter())
        for name, event in _ANNOUNCED.items():
            callback = _CALLBACK(lambda *_details, event=event: self.told.emit(event))
            self._callbacks.append(callback)
            text = foundation.CFStringCreateWithCString(None, name.encode(), _UTF8)
            foundation.CFNotificationCenterAddObserver(
                centre, None, callback, ctypes.c_void_p(text), None, _AT_ONCE
            )
        self._hear(Event.SCREEN_LOCK, Event.USER_SWITCH)
