"""Hears power and session messages of Windows; written for it, not tested on it."""

from __future__ import annotations

import ctypes
import ctypes.wintypes
import sys

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from intake.gui.desktop.signals import DesktopSignals, Event

assert sys.platform == "win32"

# <winuser.h>, <wtsapi32.h>
_POWER_BROADCAST, _SUSPEND, _SETTING_CHANGE = 0x0218, 0x0004, 0x8013
_SESSION_CHANGE = 0x02B1
_SESSION_EVENTS = {
    0x2: Event.USER_SWITCH,  # disconnected from the console
    0x4: Event.USER_SWITCH,  # disconnected from afar
    0x6: Event.USER_SWITCH,  # logged off
    0x7: Event.SCREEN_LOCK,
}
_THIS_SESSION_ONLY, _WINDOW_HANDLE = 0, 0
_LID_BYTES = bytes.fromhex("4d0f3eba17b89440a2d1d56379e6a0f3")


class _PowerSetting(ctypes.Structure):
    _fields_ = (
        ("setting", ctypes.c_ubyte * 16),
        ("length", ctypes.wintypes.DWORD),
        ("value", ctypes.wintypes.DWORD),
    )


class WindowsSignals(DesktopSignals, QAbstractNativeEventFilter):
    """Listens with a hidden window of its own, which Windows sends its messages to."""

    def __init__(self, parent: QObject | None = None) -> None:
        DesktopSignals.__init__(self, parent)
        QAbstractNativeEventFilter.__init__(self)
        self._window = QWidget()

    def start(self) -> None:
        """Register for what Windows does not send to every window."""
        application = QGuiApplication.instance()
        assert application is not None
        application.installNativeEventFilter(self)
        handle = ctypes.c_void_p(int(self._window.winId()))
        heard = [Event.SLEEP]
        if ctypes.windll.wtsapi32.WTSRegisterSessionNotification(handle, _THIS_SESSION_ONLY):
            heard += [Event.SCREEN_LOCK, Event.USER_SWITCH]
        register = ctypes.windll.user32.RegisterPowerSettingNotification
        register.restype = ctypes.c_void_p
        if register(handle, (ctypes.c_ubyte * 16)(*_LID_BYTES), _WINDOW_HANDLE):
            heard.append(Event.LID)
        self._hear(*heard)

    def nativeEventFilter(
        self, _kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Notice what the machine is about to do; swallow nothing."""
        told = ctypes.wintypes.MSG.from_address(int(message))
        event = None
        if told.message == _SESSION_CHANGE:
            event = _SESSION_EVENTS.get(told.wParam)
        elif told.message == _POWER_BROADCAST and told.wParam == _SUSPEND:
            event = Event.SLEEP
        elif told.message == _POWER_BROADCAST and told.wParam == _SETTING_CHANGE:
            setting = _PowerSetting.from_address(told.lParam)
            if bytes(setting.setting) == _LID_BYTES and setting.value == 0:
                event = Event.LID
        if event is not None:
            self.told.emit(event)
        return False, 0
