-- uses: tpch.nation.n_name filter, tpch.nation.n_nationkey link, tpch.partsupp.ps_availqty filter, tpch.partsupp.ps_availqty measure, tpch.partsupp.ps_availqty show, tpch.partsupp.ps_partkey group, tpch.partsupp.ps_partkey show, tpch.partsupp.ps_suppkey link, tpch.partsupp.ps_supplycost filter, tpch.partsupp.ps_supplycost measure, tpch.partsupp.ps_supplycost show, tpch.supplier.s_nationkey link, tpch.supplier.s_suppkey link
-- joins: tpch/partsupp.ps_suppkey = tpch/supplier.s_suppkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey
SELECT ps_partkey, SUM(ps_supplycost * ps_availqty) AS value_
FROM tpch.partsupp, tpch.supplier, tpch.nation
WHERE ps_suppkey = s_suppkey AND s_nationkey = n_nationkey AND n_name = 'GERMANY'
GROUP BY ps_partkey
HAVING SUM(ps_supplycost * ps_availqty) > (
  SELECT SUM(ps_supplycost * ps_availqty) * 0.0001
  FROM tpch.partsupp, tpch.supplier, tpch.nation
  WHERE ps_suppkey = s_suppkey AND s_nationkey = n_nationkey AND n_name = 'GERMANY')
ORDER BY value_ DESC
