/** Tells in the words of CycloneDX what the bundles are made of: for those who have to know which packages they run. */
import process from 'node:process';
import { ComponentType, LifecyclePhase } from '@cyclonedx/cyclonedx-library/Enums';
import { Bom, Component, LicenseExpression, SpdxLicense } from '@cyclonedx/cyclonedx-library/Models';
import { JSON as json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { PackageURL } from 'packageurl-js';

/** @typedef {import('./notices.mjs').BundledPackage} BundledPackage */

/**
 * The bill of materials as JSON. It has no number of its own, and the time that the packages have, which is the commit's: the
 * same commit makes the same text.
 * @param {BundledPackage[]} packages
 * @param {{ name: string, version: string, license: string }} product
 * @returns {string}
 */
export function billOfMaterials(packages, product) {
  const bom = new Bom();
  const whole = componentOf(ComponentType.Application, product);
  bom.metadata.component = whole;
  bom.metadata.lifecycles.add(LifecyclePhase.Build);
  const sourceDate = process.env['SOURCE_DATE_EPOCH'] ?? '';
  if (sourceDate !== '') bom.metadata.timestamp = new Date(Number(sourceDate) * 1000);
  for (const bundled of packages) {
    const component = componentOf(ComponentType.Library, bundled);
    bom.components.add(component);
    whole.dependencies.add(component.bomRef);
  }
  const serializer = new JsonSerializer(new json.Normalize.Factory(Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

/**
 * @param {ComponentType} type
 * @param {{ name: string, version: string, license: string }} what
 */
function componentOf(type, { name, version, license }) {
  const slash = name.indexOf('/');
  const scope = slash < 0 ? undefined : name.slice(0, slash);
  const bare = name.slice(slash + 1);
  const purl = new PackageURL('npm', scope, bare, version).toString();
  const component = new Component(type, bare, {
    ...(scope === undefined ? {} : { group: scope }),
    version,
    purl,
    bomRef: purl,
  });
  component.licenses.add(license.includes(' ') ? new LicenseExpression(license) : new SpdxLicense(license));
  return component;
}
