-- direct: k <- x.h.inkomen TRANSFORMATION
-- direct: k <- x.o.woz TRANSFORMATION
-- rows: x.h x.o x.pop
-- named: x.h.inkomen:SELECT x.o.woz:SELECT
SELECT woz AS k FROM x.o UNION ALL SELECT inkomen FROM x.h UNION ALL SELECT NULL FROM x.pop
