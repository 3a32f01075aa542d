-- refused: USE
-- the open column may not be shown
SELECT w.buurt, o.woz, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.o AS o ON w.buurt = o.buurt GROUP BY w.buurt, o.woz
