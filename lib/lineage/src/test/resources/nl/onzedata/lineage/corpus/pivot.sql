-- refused: UNSUPPORTED
SELECT * FROM (SELECT type, hh_id, inkomen FROM x.h) PIVOT (sum(inkomen) FOR type IN ('koop' AS k, 'huur' AS h))
