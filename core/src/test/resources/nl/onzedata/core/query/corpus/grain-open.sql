-- refused: GRAIN-OPEN
SELECT w.wijk, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.o AS o ON w.buurt = o.buurt WHERE o.woz = 417 GROUP BY w.wijk
