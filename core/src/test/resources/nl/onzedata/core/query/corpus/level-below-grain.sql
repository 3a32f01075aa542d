-- refused: GRAIN-OPEN
-- a level of what is finer than the grain
SELECT ob.stadsdeel, COUNT(*) AS n FROM x.h AS h JOIN x.w AS w ON h.woning_id = w.woning_id JOIN x.ob AS ob ON w.buurt = ob.buurt GROUP BY ob.stadsdeel
