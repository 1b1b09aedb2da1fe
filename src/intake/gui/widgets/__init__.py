"""The building blocks that every page is made of; they know no page and call no service."""

from intake.gui.widgets.busy import (
    Busy,
)
from intake.gui.widgets.buttons import (
    ConfirmDangerButton,
    DangerButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    QuietButton,
)
from intake.gui.widgets.card import (
    Card,
    EmptyState,
    IconLabel,
    Rule,
)
from intake.gui.widgets.chip import Chip, ChipKind
from intake.gui.widgets.choice import (
    CheckBox,
    ComboBox,
    RadioButton,
)
from intake.gui.widgets.entry import (
    LineEdit,
    SearchField,
    TextArea,
)
from intake.gui.widgets.file_panel import Choose, FilePanel
from intake.gui.widgets.labels import (
    ErrorText,
    Heading,
    Label,
    Muted,
    Small,
    Strong,
    Title,
)
from intake.gui.widgets.message_bar import (
    MessageBar,
    MessageKind,
)
from intake.gui.widgets.page import (
    Page,
)
from intake.gui.widgets.passphrase import (
    PassphraseEdit,
)
from intake.gui.widgets.rail import (
    Rail,
)
from intake.gui.widgets.sheet import (
    Sheet,
)
from intake.gui.widgets.status_strip import (
    StatusStrip,
)

__all__ = [
    "Busy",
    "Card",
    "CheckBox",
    "Chip",
    "ChipKind",
    "Choose",
    "ComboBox",
    "ConfirmDangerButton",
    "DangerButton",
    "EmptyState",
    "ErrorText",
    "FilePanel",
    "Heading",
    "IconButton",
    "IconLabel",
    "Label",
    "LineEdit",
    "LinkButton",
    "MessageBar",
    "MessageKind",
    "Muted",
    "Page",
    "PassphraseEdit",
    "PrimaryButton",
    "QuietButton",
    "RadioButton",
    "Rail",
    "Rule",
    "SearchField",
    "Sheet",
    "Small",
    "StatusStrip",
    "Strong",
    "TextArea",
    "Title",
]
