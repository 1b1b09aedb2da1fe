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
      <source>%n letter(s) in {path}, not encrypted. Send each to whoever has its bundle, ask for an answer, then delete the letters here.</source>
      <translation>
        <numerusform>%n letter in {path}, not encrypted. Send it to whoever has its bundle, ask for an answer, then delete the letter here.</numerusform>
        <numerusform>%n letters in {path}, not encrypted. Send each to whoever has its bundle, ask for an answer, then delete the letters here.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n person</numerusform>
        <numerusform>%n persons</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Consent does not cover %n of these bundles any more: whoever has it should delete it. {ids}</source>
      <translation>
        <numerusform>Consent does not cover %n of these bundles any more: whoever has it should delete it. {ids}</numerusform>
        <numerusform>Consent does not cover %n of these bundles any more: whoever has them should delete them. {ids}</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Conflict</name>
    <message numerus="yes">
      <source>%n more to decide afterwards</source>
      <translation>
        <numerusform>%n more to decide afterwards</numerusform>
        <numerusform>%n more to decide afterwards</numerusform>
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
    <name>Findings</name>
    <message numerus="yes">
      <source>%n case(s) indexed wrongly</source>
      <translation>
        <numerusform>%n case indexed wrongly</numerusform>
        <numerusform>%n cases indexed wrongly</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n damaged page(s)</source>
      <translation>
        <numerusform>%n damaged page</numerusform>
        <numerusform>%n damaged pages</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) changed: {table}</source>
      <translation>
        <numerusform>%n row changed: {table}</numerusform>
        <numerusform>%n rows changed: {table}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) missing: {table}</source>
      <translation>
        <numerusform>%n row missing: {table}</numerusform>
        <numerusform>%n rows missing: {table}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s) that belong to nothing</source>
      <translation>
        <numerusform>%n row that belongs to nothing</numerusform>
        <numerusform>%n rows that belong to nothing</numerusform>
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
    <message numerus="yes">
      <source>The newest %n write(s) are missing, wherever they belong. A withdrawal may be among them.</source>
      <translation>
        <numerusform>The newest %n write is missing, wherever it belongs. It may be a withdrawal.</numerusform>
        <numerusform>The newest %n writes are missing, wherever they belong. A withdrawal may be among them.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SealReceipt</name>
    <message numerus="yes">
      <source>%n backup(s) could not be destroyed. Destroy them yourself.</source>
      <translation>
        <numerusform>%n backup could not be destroyed. Destroy it yourself.</numerusform>
        <numerusform>%n backups could not be destroyed. Destroy them yourself.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n backup(s) destroyed that held a sealed case</source>
      <translation>
        <numerusform>%n backup destroyed that held a sealed case</numerusform>
        <numerusform>%n backups destroyed that held sealed cases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n parcel(s). Hand them over soon: no other copy exists.</source>
      <translation>
        <numerusform>%n parcel. Hand it over soon: no other copy exists.</numerusform>
        <numerusform>%n parcels. Hand them over soon: no other copy exists.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) taken off your lists: they named somebody</source>
      <translation>
        <numerusform>%n word taken off your lists: it named somebody</numerusform>
        <numerusform>%n words taken off your lists: they named somebody</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Backups in %n folder(s) are out of reach and may still hold the cases. Destroy them.</source>
      <translation>
        <numerusform>Backups in %n folder are out of reach and may still hold the cases. Destroy them.</numerusform>
        <numerusform>Backups in %n folders are out of reach and may still hold the cases. Destroy them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>and %n more</numerusform>
        <numerusform>and %n more</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Sealing</name>
    <message numerus="yes">
      <source>%n case(s) chosen</source>
      <translation>
        <numerusform>%n case chosen</numerusform>
        <numerusform>%n cases chosen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) for {names}, into {folder}</source>
      <translation>
        <numerusform>%n case for {names}, into {folder}</numerusform>
        <numerusform>%n cases for {names}, into {folder}</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) to seal</source>
      <translation>
        <numerusform>%n case to seal</numerusform>
        <numerusform>%n cases to seal</numerusform>
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
    <name>TeamPage</name>
    <message numerus="yes">
      <source>%n case(s) in two versions</source>
      <translation>
        <numerusform>%n case in two versions</numerusform>
        <numerusform>%n cases in two versions</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>WhatIsLeft</name>
    <message numerus="yes">
      <source>%n backup(s) with sealed cases</source>
      <translation>
        <numerusform>%n backup with sealed cases</numerusform>
        <numerusform>%n backups with sealed cases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n bundle(s) in the ledger</source>
      <translation>
        <numerusform>%n bundle in the ledger</numerusform>
        <numerusform>%n bundles in the ledger</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) that can be opened</source>
      <translation>
        <numerusform>%n case that can be opened</numerusform>
        <numerusform>%n cases that can be opened</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n digest(s) by which somebody's name could be tried out</source>
      <translation>
        <numerusform>%n digest by which somebody's name could be tried out</numerusform>
        <numerusform>%n digests by which somebody's name could be tried out</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n folder(s) with backups out of reach</source>
      <translation>
        <numerusform>%n folder with backups out of reach</numerusform>
        <numerusform>%n folders with backups out of reach</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s) of sealed cases</source>
      <translation>
        <numerusform>%n note of a sealed case</numerusform>
        <numerusform>%n notes of sealed cases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them draft(s)</source>
      <translation>
        <numerusform>%n of them a draft</numerusform>
        <numerusform>%n of them drafts</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n trusted key(s)</source>
      <translation>
        <numerusform>%n trusted key</numerusform>
        <numerusform>%n trusted keys</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n with a label</source>
      <translation>
        <numerusform>%n with a label</numerusform>
        <numerusform>%n with a label</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s) on the lists</source>
      <translation>
        <numerusform>%n word on the lists</numerusform>
        <numerusform>%n words on the lists</numerusform>
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
