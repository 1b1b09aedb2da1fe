<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>ConsentPanel</name>
    <message numerus="yes">
      <source>%n more use(s): courts, United Nations, media …</source>
      <translation>
        <numerusform>%n more use: courts, United Nations, media …</numerusform>
        <numerusform>%n more uses: courts, United Nations, media …</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>EffectPanel</name>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles leave as they were: no slider changes them.</source>
      <translation>
        <numerusform>%n group of earlier bundles leaves as it was: no slider changes it.</numerusform>
        <numerusform>%n groups of earlier bundles leave as they were: no slider changes them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>IdentityPanel</name>
    <message numerus="yes">
      <source>%n answer(s) of this section are removed and cannot be brought back. The account and everything else stay.</source>
      <translation>
        <numerusform>%n answer of this section is removed and cannot be brought back. The account and everything else stay.</numerusform>
        <numerusform>%n answers of this section are removed and cannot be brought back. The account and everything else stay.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>LookSheets</name>
    <message numerus="yes">
      <source>%n statement(s) of this case wait. The file holds what would leave, nothing else, and opens with the colleague's key alone.</source>
      <translation>
        <numerusform>%n statement of this case waits. The file holds what would leave, nothing else, and opens with the colleague's key alone.</numerusform>
        <numerusform>%n statements of this case wait. The file holds what would leave, nothing else, and opens with the colleague's key alone.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n text(s) would leave otherwise by now: ask again.</source>
      <translation>
        <numerusform>%n text would leave otherwise by now: ask again.</numerusform>
        <numerusform>%n texts would leave otherwise by now: ask again.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>A change was asked for before in %n text(s): make it first.</source>
      <translation>
        <numerusform>A change was asked for before in %n text: make it first.</numerusform>
        <numerusform>A change was asked for before in %n texts: make it first.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>{name} has looked at %n statement(s).</source>
      <translation>
        <numerusform>{name} has looked at %n statement.</numerusform>
        <numerusform>{name} has looked at %n statements.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ParaphrasePanel</name>
    <message numerus="yes">
      <source>Hidden in it, %n place(s):</source>
      <translation>
        <numerusform>Hidden in it, %n place:</numerusform>
        <numerusform>Hidden in it, %n places:</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>QueueHead</name>
    <message numerus="yes">
      <source>%n undecided</source>
      <translation>
        <numerusform>%n undecided</numerusform>
        <numerusform>%n undecided</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message numerus="yes">
      <source>%n mark(s) still to decide</source>
      <translation>
        <numerusform>%n mark still to decide</numerusform>
        <numerusform>%n marks still to decide</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SecondLook</name>
    <message numerus="yes">
      <source>%n statement(s) stayed out: no consent to be quoted, or somebody is still named.</source>
      <translation>
        <numerusform>%n statement stayed out: no consent to be quoted, or somebody is still named.</numerusform>
        <numerusform>%n statements stayed out: no consent to be quoted, or somebody is still named.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatementPanel</name>
    <message numerus="yes">
      <source>%n mark(s). Select words to mark them.</source>
      <translation>
        <numerusform>%n mark. Select words to mark them.</numerusform>
        <numerusform>%n marks. Select words to mark them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>WhoPanel</name>
    <message numerus="yes">
      <source>%n case(s) leave.</source>
      <translation>
        <numerusform>%n case leaves.</numerusform>
        <numerusform>%n cases leave.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles leave again, exactly as before.</source>
      <translation>
        <numerusform>%n group of earlier bundles leaves again, exactly as before.</numerusform>
        <numerusform>%n groups of earlier bundles leave again, exactly as before.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n group(s) of earlier bundles never leave again: something in them was changed, or somebody is gone or has taken consent back.</source>
      <translation>
        <numerusform>%n group of earlier bundles never leaves again: something in it was changed, or somebody is gone or has taken consent back.</numerusform>
        <numerusform>%n groups of earlier bundles never leave again: something in them was changed, or somebody is gone or has taken consent back.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) leave with them.</source>
      <translation>
        <numerusform>%n statement leaves with them.</numerusform>
        <numerusform>%n statements leave with them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) still need review. Finish them on the Review page, or export records.</source>
      <translation>
        <numerusform>%n statement still needs review. Finish it on the Review page, or export records.</numerusform>
        <numerusform>%n statements still need review. Finish them on the Review page, or export records.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n statement(s) wait for a second look. Ask on the Review page, or export records.</source>
      <translation>
        <numerusform>%n statement waits for a second look. Ask on the Review page, or export records.</numerusform>
        <numerusform>%n statements wait for a second look. Ask on the Review page, or export records.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>WideRow</name>
    <message numerus="yes">
      <source>Hide the same in %n other place(s)</source>
      <translation>
        <numerusform>Hide the same in %n other place</numerusform>
        <numerusform>Hide the same in %n other places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Hide {who} in %n place(s)</source>
      <translation>
        <numerusform>Hide {who} in %n place</numerusform>
        <numerusform>Hide {who} in %n places</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Keep the same in %n other place(s)</source>
      <translation>
        <numerusform>Keep the same in %n other place</numerusform>
        <numerusform>Keep the same in %n other places</numerusform>
      </translation>
    </message>
  </context>
</TS>
