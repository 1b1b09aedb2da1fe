<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>Cases</name>
    <message numerus="yes">
      <source>%n bundle(s) hold this record. Ask the recipients to delete: {ids}</source>
      <translation>
        <numerusform>%n bundle holds this record. Ask its recipients to delete: {ids}</numerusform>
        <numerusform>%n bundles hold this record. Ask their recipients to delete: {ids}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s)</source>
      <translation>
        <numerusform>%n case</numerusform>
        <numerusform>%n cases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n event(s)</source>
      <translation>
        <numerusform>%n event</numerusform>
        <numerusform>%n events</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n persons</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Drill</name>
    <message numerus="yes">
      <source>The newest entry in it is of {date}, %n day(s) ago; nothing later is.</source>
      <translation>
        <numerusform>The newest entry in it is of {date}, %n day ago; nothing later is.</numerusform>
        <numerusform>The newest entry in it is of {date}, %n days ago; nothing later is.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>This backup opens. %n case(s) in it.</source>
      <translation>
        <numerusform>This backup opens. %n case in it.</numerusform>
        <numerusform>This backup opens. %n cases in it.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Protection</name>
    <message numerus="yes">
      <source>%n thing(s) to look at</source>
      <translation>
        <numerusform>%n thing to look at</numerusform>
        <numerusform>%n things to look at</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Rescue</name>
    <message numerus="yes">
      <source>%n case(s) lost with their codes.</source>
      <translation>
        <numerusform>%n case lost with its code.</numerusform>
        <numerusform>%n cases lost with their codes.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) lost: {codes}</source>
      <translation>
        <numerusform>%n case lost: {codes}</numerusform>
        <numerusform>%n cases lost: {codes}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) whole.</source>
      <translation>
        <numerusform>%n case whole.</numerusform>
        <numerusform>%n cases whole.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>In part as well: %n more case(s).</source>
      <translation>
        <numerusform>In part as well: %n more case.</numerusform>
        <numerusform>In part as well: %n more cases.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%n hit</numerusform>
        <numerusform>%n hits</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message numerus="yes">
      <source>Backed up and checked: %n case(s), {size} MB, in {path}</source>
      <translation>
        <numerusform>Backed up and checked: %n case, {size} MB, in {path}</numerusform>
        <numerusform>Backed up and checked: %n cases, {size} MB, in {path}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>StatusStrip</name>
    <message numerus="yes">
      <source>%n change(s) not saved yet</source>
      <translation>
        <numerusform>%n change not saved yet</numerusform>
        <numerusform>%n changes not saved yet</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Workspace</name>
    <message numerus="yes">
      <source>%n entry(ies) of {code} cannot be saved as written. They are kept as you typed them, and do not count as answers.</source>
      <translation>
        <numerusform>%n entry of {code} cannot be saved as written. It is kept as you typed it, and does not count as an answer.</numerusform>
        <numerusform>%n entries of {code} cannot be saved as written. They are kept as you typed them, and do not count as answers.</numerusform>
      </translation>
    </message>
  </context>
</TS>
