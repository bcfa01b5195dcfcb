"""Loads a workbook in a running LibreOffice, changes a cell again and again, and prints how long the new total takes."""
import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

pipe, url, repetitions = sys.argv[1], sys.argv[2], int(sys.argv[3])
local = uno.getComponentContext()
resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
for attempt in range(240):
    try:
        context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        break
    except NoConnectException:
        time.sleep(0.5)
desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
hidden = PropertyValue()
hidden.Name, hidden.Value = "Hidden", True
document = desktop.loadComponentFromURL(url, "_blank", 0, (hidden,))
document.calculateAll()
sheet = document.Sheets.getByIndex(0)
total = sheet.getCellByPosition(2, 0)
first = total.Value


def moved(column, values):
    cell = sheet.getCellByPosition(column, 0)
    times = []
    for value in values:
        started = time.perf_counter()
        cell.Value = value
        total.Value
        times.append((time.perf_counter() - started) * 1000)
    # As the engine is measured: bench/population.mjs, quickOf.
    return sorted(times)[len(times) // 10]


pay = moved(1, [1 + step / 1000 for step in range(1, repetitions + 1)])
outlooks = moved(0, [step * 1e-5 for step in range(1, repetitions + 1)])
print(json.dumps({"total": first, "pay": pay, "outlooks": outlooks}))
document.close(True)
